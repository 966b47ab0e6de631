/** Some of a list, from its beginning, and whether there is more. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

type Page<Item> =
  | { readonly ok: true; readonly items: readonly Item[]; readonly next: string }
  | { readonly ok: false; readonly error: string };

/** Page after page, anew each time: what is shown is as it stands now. */
export async function readPages<Item>(
  pages: number,
  readPage: (cursor: string) => Promise<Page<Item>>,
): Promise<
  { readonly ok: true; readonly value: Listed<Item> } | { readonly ok: false; readonly error: string }
> {
  const items: Item[] = [];
  let cursor = '';
  for (let read = 0; read < pages; read += 1) {
    const page = await readPage(cursor);
    if (!page.ok) return page;
    items.push(...page.items);
    cursor = page.next;
    if (cursor === '') break;
  }
  return { ok: true, value: { items, hasMore: cursor !== '' } };
}
