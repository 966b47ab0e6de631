declare module 'virtual:emoji-data' {
  const lines: string;
  export default lines;
}

/** A picture of lucide's, by its name there: web/vite/icons.ts. */
declare module 'icon:*' {
  const shapes: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
  export default shapes;
}
