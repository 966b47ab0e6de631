import { describe, expect, test, vi } from 'vitest';
import { Channel } from '../../durable-objects/channel/channel.ts';
import { Gateway } from '../../durable-objects/gateway/gateway.ts';
import { Session } from '../../durable-objects/gateway/session.ts';
import { Member } from '../../durable-objects/member/member.ts';
import type { PostCommand } from '../../protocol/objects/channel.ts';
import type { MemberDelivery } from '../../protocol/objects/delivery.ts';
import { pack, unpack } from '../../protocol/objects/packed.ts';
import type { Packed } from '../../protocol/objects/packed.ts';
import { intercept } from '../core/support/faults.ts';
import type { Frame } from '../core/support/socket.ts';
import { checkScene } from './support/stage.ts';
import type { Breakage, ChannelFrame } from './support/stage.ts';

/** A frame that is another one, as no gateway would send it. */
const broken = (frame: object): Frame => frame as Frame;
const isPost = (frame: Frame): boolean => frame.type === 'message' && !('subtype' in frame && frame.subtype);

/** Calls to the members of the scene's channel, changed on their way. */
const changeDeliveries = (change: (delivery: MemberDelivery) => MemberDelivery): void => {
  intercept(Member, 'receive', async ({ args, proceed }) => {
    const [delivery] = args as [MemberDelivery];
    (args as MemberDelivery[])[0] = change(delivery);
    return proceed();
  });
};

interface Case {
  readonly name: string;
  readonly breakage: () => Breakage;
  readonly complaint: RegExp;
}

const cases: readonly Case[] = [
  {
    name: 'two frames whose order is swapped',
    breakage: () => {
      let first: ChannelFrame | undefined;
      let isDone = false;
      return {
        frame: (frame) => {
          if (isDone || !isPost(frame)) return [frame];
          if (first === undefined) {
            first = frame;
            return [];
          }
          isDone = true;
          return [broken({ ...frame, seq: first.seq }), broken({ ...first, seq: frame.seq })];
        },
      };
    },
    complaint: /which is another entry/,
  },
  {
    name: 'a frame that is dropped, and hidden by the next one',
    breakage: () => {
      let dropped: number | undefined;
      let isDone = false;
      return {
        frame: (frame) => {
          if (isDone || !isPost(frame)) return [frame];
          if (dropped === undefined) {
            dropped = frame.seq;
            return [];
          }
          isDone = true;
          return [broken({ ...frame, after: dropped - 1 })];
        },
      };
    },
    complaint: /row .* is nothing, a fresh reader finds/,
  },
  {
    name: 'a frame that comes twice, the second time with a new seq',
    breakage: () => {
      let isDone = false;
      return {
        frame: (frame) => {
          if (isDone || !isPost(frame)) return [frame];
          isDone = true;
          return [frame, broken({ ...frame, seq: frame.seq + 1 })];
        },
      };
    },
    complaint: /which is another entry/,
  },
  {
    name: 'a frame that is sent after a removal',
    breakage: () => ({
      frame: (frame, { clientOfEve }) => {
        // Eve is gone by then; bob's frames are sent to her as well.
        if ('text' in frame && frame.text === 'after the removal') clientOfEve.take(frame);
        return [frame];
      },
    }),
    complaint: /came after its removal/,
  },
  {
    name: 'a frame of a private channel that is sent to one outside',
    breakage: () => ({
      frame: (frame, { clientOfEve }) => {
        if ('text' in frame && frame.text === 'in private') clientOfEve.take(frame);
        return [frame];
      },
    }),
    complaint: /which is private, to one outside/,
  },
  {
    name: 'a topic that is told in other words',
    breakage: () => ({
      frame: (frame) => [
        'subtype' in frame && frame.subtype === 'channel_topic'
          ? broken({ ...frame, topic: 'another topic' })
          : frame,
      ],
    }),
    complaint: /knows the channel as .*another topic/,
  },
  {
    name: 'a conversion that is told without its subtype',
    breakage: () => ({
      frame: (frame) => [
        'subtype' in frame && frame.subtype === 'channel_convert_to_private'
          ? broken({ ...frame, subtype: 'channel_convert_to_public' })
          : frame,
      ],
    }),
    complaint: /knows the channel as .*"public"/,
  },
  {
    name: 'a pin that is told of another message',
    breakage: () => {
      let first: string | undefined;
      return {
        frame: (frame) => {
          if (frame.type === 'message' && isPost(frame) && 'ts' in frame) first ??= frame.ts;
          if (frame.type !== 'pin_removed') return [frame];
          return [broken({ ...frame, item: { ...frame.item, ts: first } })];
        },
      };
    },
    complaint: /row .*"pinned_to".* a fresh reader finds/,
  },
  {
    name: 'an unread count that is off by one',
    breakage: () => ({
      anyFrame: (frame, _, { channel }) => {
        if (frame.type !== 'hello') return [frame];
        const channels = frame.channels.map((line) =>
          line.id === channel ? { ...line, unread: line.unread + 1 } : line,
        );
        return [{ ...frame, channels }];
      },
    }),
    complaint: /hello says unread/,
  },
  {
    name: 'a head that is stored before the hand-over, which then is lost',
    breakage: () => ({
      beforeLast: () => {
        const spy = vi.spyOn(Session.prototype, 'offer').mockImplementation(() => undefined);
        return () => {
          spy.mockRestore();
        };
      },
    }),
    complaint: /live: at \d+, the head is/,
  },
  {
    name: 'an edit that is applied after the deletion',
    breakage: () => {
      let deleted: string | undefined;
      return {
        frame: (frame) => {
          if ('deleted_ts' in frame) deleted = frame.deleted_ts;
          if (deleted === undefined || !('text' in frame) || frame.text !== 'after the deletion')
            return [frame];
          const { seq, channel, event_ts, channel_type } = frame as ChannelFrame & Record<string, unknown>;
          const message = { type: 'message', text: 'risen', ts: deleted, seq: 1, rev: seq, ordinal: 1 };
          const subtype = 'message_changed';
          return [
            broken({ type: 'message', subtype, channel, channel_type, ts: event_ts, event_ts, message, seq }),
          ];
        },
      };
    },
    complaint: /"risen".* a fresh reader finds nothing/,
  },
  {
    name: 'a wrong `after`',
    breakage: () => {
      let isDone = false;
      return {
        frame: (frame) => {
          if (isDone || !isPost(frame) || frame.seq <= 5) return [frame];
          isDone = true;
          return [broken({ ...frame, after: frame.seq - 3 })];
        },
      };
    },
    complaint: /came as if after/,
  },
  {
    name: 'a reply count that is not absolute',
    breakage: () => ({
      frame: (frame) =>
        'thread' in frame && frame.thread !== undefined
          ? [broken({ ...frame, thread: { ...frame.thread, reply_count: 1 } })]
          : [frame],
    }),
    complaint: /"reply_count":1.*"reply_count":2/,
  },
  {
    name: 'a message that is lost from history',
    breakage: () => ({
      begin: ({ channel }) => {
        intercept(Channel, 'history', async ({ name, proceed }) => {
          const page = (await proceed()) as { messages?: Packed<{ text: string }[]> };
          if (name !== channel || page.messages === undefined) return page;
          const left = unpack(page.messages).filter(({ text }) => text !== 'three');
          return { ...page, messages: pack(left) };
        });
      },
    }),
    complaint: /acked .* is not in history/,
  },
  {
    name: 'a mention that is kept after the deletion of its message',
    breakage: () => ({
      begin: () => {
        changeDeliveries((delivery) => ({ ...delivery, unmentions: [] }));
      },
    }),
    complaint: /hello says mentions/,
  },
  {
    name: 'a repeat that makes a second message',
    breakage: () => ({
      begin: () => {
        let repeats = 0;
        intercept(Channel, 'post', async ({ args, proceed }) => {
          const command = args[1] as PostCommand;
          if (command.clientMessageId === 'two') {
            repeats += 1;
            (args as unknown[])[1] = { ...command, clientMessageId: `two ${repeats}` };
          }
          return proceed();
        });
      },
    }),
    complaint: /acked with several ts/,
  },
  {
    name: 'an own post that does not mark',
    breakage: () => ({
      begin: () => {
        changeDeliveries(({ ownPost: _ownPost, ...delivery }) => delivery);
      },
    }),
    complaint: /was read or written/,
  },
  {
    name: 'a push that shows another mark than was stored',
    breakage: () => ({
      begin: () => {
        intercept(Gateway, 'push', async ({ args, proceed }) => {
          const push = args[0] as { event: { type: string; ordinal?: number } };
          if (push.event.type === 'channel_marked') {
            (args as unknown[])[0] = { ...push, event: { ...push.event, ordinal: 0 } };
          }
          return proceed();
        });
      },
    }),
    complaint: /live, .*: marked at 0/,
  },
];

describe('the checker', { retry: 0, timeout: 60_000 }, () => {
  test('finds nothing in a scene where nothing is broken', async () => {
    expect(await checkScene()).toEqual([]);
  });

  test.each(cases)('catches $name', async ({ breakage, complaint }) => {
    const complaints = await checkScene(breakage());
    expect(complaints).toContainEqual(expect.stringMatching(complaint));
  });
});
