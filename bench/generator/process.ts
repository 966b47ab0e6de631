import { boot } from './boot.ts';
import type { CommandName, Commands, Order, Report } from './commands.ts';
import { Crowd } from './crowd.ts';
import { first } from './first.ts';
import { Outage } from './outage.ts';
import { pace } from './pace.ts';
import { read, readHard } from './reader.ts';
import { saturate } from './saturate.ts';

/** A process of clients, on a core that no server runs on. Its parent tells it what to do, and its end. */
const crowd = new Crowd();
const outage = new Outage();

const verbs: { [Name in CommandName]: (input: Commands[Name]['input']) => Promise<object> } = {
  open: async (target) => {
    await crowd.open(target);
    return {};
  },
  pace: (input) => pace(crowd, input),
  saturate: (input) => saturate(crowd, input),
  read,
  readHard,
  boot,
  first: async (target) => {
    await first(target);
    return {};
  },
  follow: async (target) => {
    await outage.follow(target);
    return {};
  },
  write: async (input) => {
    outage.write(input);
    return {};
  },
  recovered: (input) => outage.recovered(input),
  close: async () => {
    await crowd.close();
    outage.close();
    return {};
  },
};

process.on('message', (message) => {
  const { id, name, input } = message as Order;
  const tell = (report: Report): void => void process.send?.(report);
  (verbs[name] as (input: object) => Promise<object>)(input).then(
    (output) => tell({ id, output }),
    (error: unknown) => tell({ id, error: String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
