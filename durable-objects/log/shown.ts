import type { AnyEventBody } from '../../protocol/events.ts';

/**
 * What an entry shows, if that can be made. One that names a row which is missing, or cannot be read, must hold up
 * neither the others of its log nor whoever reads them: it goes as an entry without an event.
 */
export function shown(log: string, seq: number, make: () => AnyEventBody): { event?: AnyEventBody } {
  try {
    return { event: make() };
  } catch (error) {
    console.error(JSON.stringify({ event: 'entry_unreadable', log, seq, reason: String(error) }));
    return {};
  }
}
