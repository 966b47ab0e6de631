export const workspaceSettingsTexts = {
  lede: 'What this workspace is called, and what a program needs in order to speak with it.',
  facts: 'This workspace',
  name: 'Name',
  domain: 'Short name',
  id: 'ID',
  api: 'Address of the API',
  apiHelp: 'The base URL for any Slack SDK, with a token from “Sessions and tokens” or of a bot.',
  copy: (what: string) => `Copy: ${what}`,
  copied: 'Copied.',
} as const;
