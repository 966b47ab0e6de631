const domainLengthMax = 21;

/** A workspace's short name for addresses, from what it is called: `Ada & Friends` → `ada-friends`. */
export function teamDomainOf(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return trimHyphens(trimHyphens(ascii).slice(0, domainLengthMax)) || 'team';
}

const trimHyphens = (text: string): string => text.replace(/^-+|-+$/g, '');
