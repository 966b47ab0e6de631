import type { MethodError, MethodInput, MethodName, MethodOutput } from '../../protocol/methods.ts';
import type { Outcome } from '../../protocol/refusal.ts';
import type { ContextOf } from './context.ts';

/** What a method does, after the edge has settled who calls and parsed what they sent. */
export type Handler<Name extends MethodName> = (
  context: ContextOf<Name>,
  args: MethodInput<Name>,
) => Promise<Outcome<MethodOutput<Name> & object, MethodError<Name>>>;

/** Holds a handler to its row of the table: an undeclared error or a field amiss does not compile. */
export const handler = <Name extends MethodName>(handle: Handler<Name>): Handler<Name> => handle;
