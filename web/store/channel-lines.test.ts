import { expect, test } from 'vitest';
import type { ChannelId } from '../../protocol/ids.ts';
import { ann, at, bob, general, hello, line, message, posted, random } from '../gateway/testing/sample.ts';
import { ChannelLines } from './channel-lines.ts';

const direct = 'D0AAAAAAAAAA' as ChannelId;

function held(): ChannelLines {
  const lines = new ChannelLines({ hasDraft: () => false, hasFailed: () => false }, (run) => {
    run();
  });
  const people = [ann, bob];
  lines.replace(
    hello([line(general), line(random), line(direct, { kind: 'direct', people, is_open: false })]),
  );
  return lines;
}

test('a deleted channel has no line any more', () => {
  const lines = held();
  lines.apply(random, { type: 'channel_deleted', channel: random, event_ts: at(1), seq: 1 });
  expect(lines.$ids.get()).toEqual([general]);
  expect(lines.line(random).get()).toBeUndefined();
});

test('a channel becomes private and public by what is said of it', () => {
  const lines = held();
  const say = (seq: number, subtype: string): void => {
    const { ordinal: _ordinal, ...row } = message(seq, { subtype });
    lines.apply(general, posted(general, row));
  };
  say(1, 'channel_convert_to_private');
  expect(lines.line(general).get()).toMatchObject({ kind: 'private', unread: 0 });
  say(2, 'channel_convert_to_public');
  expect(lines.line(general).get()?.kind).toBe('public');
});

test('a closed conversation is in no list until a message comes, or it is opened', () => {
  const lines = held();
  expect(lines.$ids.get()).not.toContain(direct);
  lines.apply(direct, posted(direct, message(1)));
  expect(lines.$ids.get()).toContain(direct);
  expect(lines.line(direct).get()?.unread).toBe(1);
  lines.setOpen(direct, false);
  expect(lines.$lines.get().map(({ id }) => id)).not.toContain(direct);
  lines.setOpen(direct, true);
  expect(lines.$ids.get()).toContain(direct);
});
