import type { MethodError } from '../../../protocol/methods.ts';

export const signUpTexts = {
  title: 'Start a workspace',
  lede: 'Your address first. We send a code, so that nobody else can start one in your name.',
  nameTitle: 'Name it',
  nameLede: 'What your team is called, and what they call you.',
  workspace: 'Workspace',
  workspaceHint: 'Lantern Street Studio',
  yourName: 'Your name',
  yourNameHint: 'As your team knows you',
  create: 'Create the workspace',
  have: 'Have a place already?',
  signIn: 'Sign in',
  workspaceMissing: 'Give the workspace a name.',
  nameMissing: 'Write your name.',
} as const;

const known: Partial<Record<MethodError<'workspaces.create'> | 'unreachable', string>> = {
  restricted_action: 'On this server only invited people can start a workspace. Ask whoever runs it.',
  ratelimited: 'Too many workspaces from here today. Try again later.',
  invalid_arguments: 'One of the names cannot be used. Make it shorter and plain.',
};
export const signUpProblem = (code: MethodError<'workspaces.create'> | 'unreachable'): string =>
  known[code] ?? 'That did not work, and it is our fault. Try again in a moment.';
