/**
 * One line of JSON for a fault: where and of what kind. Never what somebody sent: a message of an error may hold a
 * statement with its values or a piece of a body, so only those that the platform or the language words are kept.
 */
export function logFault(
  facts: { readonly requestId: string; readonly where: string },
  error: unknown,
): void {
  console.error(JSON.stringify({ level: 'error', message: 'fault', ...facts, ...faultOf(error) }));
}

function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack = '' } = error;
  const isWorded = wordedByLanguage.has(name) || wordedByPlatform.test(message);
  return {
    name,
    ...(isWorded ? { reason: message.slice(0, 200) } : {}),
    ...flagsOf(error),
    // A stack begins with the message, whose lines may look like anything.
    frames: stack
      .slice(stack.indexOf(message) + message.length)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('at '))
      .slice(0, 8),
  };
}

const wordedByLanguage = new Set(['TypeError', 'RangeError', 'ReferenceError', 'TimeoutError']);
const wordedByPlatform =
  /^(Durable Object|Network connection lost|Internal error|Cannot access|Exceeded|Broken)/;

/** What workerd says of a call to an object that failed. */
const flagsOf = (error: Error): object =>
  Object.fromEntries(
    ['retryable', 'overloaded', 'remote', 'durableObjectReset']
      .filter((flag) => Object.hasOwn(error, flag))
      .map((flag) => [flag, Reflect.get(error, flag) === true]),
  );
