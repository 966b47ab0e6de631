import { expect, onTestFinished, test, vi } from 'vitest';
import { onRoom } from './support/room.ts';

const gigabyte = 1024 ** 3;

test('a channel that passes 70 % of its 10 GB says so once, and again after each twentieth more, whatever dies between', () =>
  onRoom(async (bench) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    onTestFinished(() => warn.mockRestore());
    const said = (): unknown[] =>
      warn.mock.calls
        .map(([text]) => JSON.parse(String(text)) as { event: string; percent: number; channel: string })
        .filter(({ event, channel }) => event === 'channel_filling' && channel === bench.channelId)
        .map(({ percent }) => percent);
    const write = async (bytes: number): Promise<void> => {
      bench.disk.bytes = bytes;
      bench.post(bench.ann, 'one more');
      await bench.drained();
      await bench.runAlarm();
    };
    await write(6.99 * gigabyte);
    expect(said()).toEqual([]);
    for (let at = 0; at < 5; at += 1) await write(7 * gigabyte);
    expect(said()).toEqual([70]);
    bench.restart();
    await write(7.4 * gigabyte);
    expect(said()).toEqual([70]);
    await write(8.2 * gigabyte);
    await write(7 * gigabyte);
    expect(said()).toEqual([70, 80]);
    bench.restart();
    await write(9.9 * gigabyte);
    expect(said()).toEqual([70, 80, 95]);
  }));
