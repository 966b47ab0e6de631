import { Button } from '../../ui/button.tsx';
import table from '../settings/table.module.css';
import { accessTexts } from './texts.ts';

interface Session {
  readonly id: string;
  /** Seconds. */
  readonly created: number;
  readonly expires: number;
  readonly is_current: boolean;
}

/** Newest first; this one leads. */
export function SessionTable({ caption, sessions, nameOf, onEnd }: SessionTableProps) {
  const rows = sessions
    .map((session, index) => ({ session, name: nameOf(index + 1) }))
    .toReversed()
    .toSorted((one, other) => Number(other.session.is_current) - Number(one.session.is_current));
  return (
    <table className={table.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{accessTexts.session}</th>
          <th scope="col">{accessTexts.since}</th>
          <th scope="col">{accessTexts.until}</th>
          <th scope="col">
            <span className="visually-hidden">{accessTexts.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ session, name }) => (
          <tr key={session.id}>
            <th scope="row">
              <b className={table.main}>{session.is_current ? accessTexts.current : name}</b>
            </th>
            <td data-label={accessTexts.since}>
              <time dateTime={isoOf(session.created)}>{accessTexts.when(session.created)}</time>
            </td>
            <td data-label={accessTexts.until}>
              <time dateTime={isoOf(session.expires)}>{accessTexts.day(session.expires)}</time>
            </td>
            <td className={table.end}>
              <Button
                aria-label={session.is_current ? undefined : accessTexts.endSession(name)}
                onClick={() => onEnd(session.id, session.is_current)}
              >
                {session.is_current ? accessTexts.signOut : accessTexts.end}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
interface SessionTableProps {
  readonly caption: string;
  /** Oldest first, as they come. */
  readonly sessions: readonly Session[];
  readonly nameOf: (index: number) => string;
  readonly onEnd: (id: string, isCurrent: boolean) => void;
}

const isoOf = (seconds: number): string => new Date(seconds * 1_000).toISOString();
