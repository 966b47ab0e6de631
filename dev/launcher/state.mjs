/** What a development server leaves in its DATA_DIR. */
export const stateNames = [
  // Every object and its SQLite file, as Miniflare lays them out.
  'v3',
  'secrets.json',
  'dev.env',
  'dev.json',
  'dev.sock',
  'children.json',
  'registry',
  'cache',
  'tmp',
];
