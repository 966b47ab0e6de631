import { ofParent } from '../../protocol/blocks/words.ts';

const faultsMax = 10;

interface Issue {
  readonly message: string;
  readonly path?: readonly { readonly key: unknown }[] | undefined;
}

/** What is wrong, each as Slack says it: the fault, and where it is as a JSON pointer. */
export const faultsOf = (argument: string, issues: readonly Issue[]): readonly string[] => [
  ...new Set(issues.slice(0, faultsMax).map((issue) => faultOf(argument, issue))),
];

function faultOf(argument: string, { message, path = [] }: Issue): string {
  const isOfParent = message.startsWith(ofParent);
  const steps = (isOfParent ? path.slice(0, -1) : path).map(({ key }) => `/${String(key)}`);
  return `${isOfParent ? message.slice(ofParent.length) : message} [json-pointer:/${argument}${steps.join('')}]`;
}

/** As a refusal carries them. */
export const asMessages = (faults: readonly string[]): readonly string[] =>
  faults.map((fault) => `[ERROR] ${fault}`);
