import type { Paging } from '../../protocol/entities.ts';

/** Slack's older kind of page, by its number. `skip`: how many lie before it. */
export const showPaging = (total: number, skip: number, count: number): Paging => ({
  count,
  per_page: count,
  spill: 0,
  total,
  page: Math.floor(skip / count) + 1,
  pages: Math.max(1, Math.ceil(total / count)),
});
