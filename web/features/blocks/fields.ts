import { linkAddress } from '../../../domain/mrkdwn/link-address.ts';

/**
 * Blocks and attachments are kept as a program wrote them, so nothing of them is believed here: each reader answers
 * what it is asked for, or what stands for nothing.
 */
export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : nothing;
const nothing: Fields = {};

export function wordsAt(fields: Fields, key: string): string {
  const value = fields[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export const numberAt = (fields: Fields, key: string): number | undefined => {
  const value = fields[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const listAt = (fields: Fields, key: string): readonly Fields[] => {
  const value = fields[key];
  return Array.isArray(value) ? value.map(fieldsOf) : [];
};

export const hasAt = (fields: Fields, key: string): boolean => fieldsOf(fields[key]) !== nothing;

/** Undefined where nothing may open it. */
export const linkAt = (fields: Fields, key: string): string | undefined => linkAddress(wordsAt(fields, key));
