import type { ChannelId } from '../../../protocol/ids.ts';
import type { Section } from '../../../protocol/preferences.ts';

type Sections = readonly Section[];

/** Into a section, or out of all. A channel is in one at most. */
export const withChannelIn = (
  all: Sections,
  channelId: ChannelId,
  sectionId: string | undefined,
): Section[] =>
  all.map((section) => {
    const others = section.channels.filter((id) => id !== channelId);
    return { ...section, channels: section.id === sectionId ? [...others, channelId] : others };
  });

/** Above those that there are: one sees what one made. */
export const withSection = (all: Sections, section: Pick<Section, 'id' | 'name'>): Section[] => [
  { ...section, name: section.name.trim(), channels: [] },
  ...all,
];

export const withName = (all: Sections, sectionId: string, name: string): Section[] =>
  all.map((section) => (section.id === sectionId ? { ...section, name: name.trim() } : section));

/** What was in it stands by its kind again. */
export const withoutSection = (all: Sections, sectionId: string): Section[] =>
  all.filter(({ id }) => id !== sectionId);

export function shifted(all: Sections, sectionId: string, step: 1 | -1): Section[] {
  const from = all.findIndex(({ id }) => id === sectionId);
  const moved = all[from];
  const to = from + step;
  if (moved === undefined || to < 0 || to >= all.length) return [...all];
  return all.toSpliced(from, 1).toSpliced(to, 0, moved);
}

export const sectionOf = (all: Sections, channelId: ChannelId): Section | undefined =>
  all.find(({ channels }) => channels.includes(channelId));
