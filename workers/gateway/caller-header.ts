import type { Caller } from '../../protocol/objects/caller.ts';

/** How the Gateway is told who opened a socket. The Worker alone sets it: nothing else reaches a Gateway's fetch. */
export const callerHeader = 'x-edgewise-caller';

/** As JSON in ASCII: a bot's name may be of any script, and a header may not. */
export const writeCaller = (caller: Caller): string =>
  JSON.stringify(caller).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
