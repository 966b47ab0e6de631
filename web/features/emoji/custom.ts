import { isOurs } from '../../ui/our-picture.ts';

/** By name an address, or `alias:` and another name. */
export type CustomEmoji = ReadonlyMap<string, string>;

const alias = 'alias:';
const aliasesMax = 5;

/** What a name stands for in this workspace: a picture, or the name that its aliases lead to. */
export function meantBy(name: string, custom: CustomEmoji | undefined): { name: string; url?: string } {
  let meant = name;
  for (let step = 0; step < aliasesMax; step += 1) {
    const value = custom?.get(meant);
    if (value === undefined) break;
    if (!value.startsWith(alias)) return isOurs(value) ? { name: meant, url: value } : { name: meant };
    meant = value.slice(alias.length);
  }
  return { name: meant };
}
