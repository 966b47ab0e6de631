import type { TeamId, UserId } from '../../protocol/ids.ts';
import type { Call } from '../api/call.ts';
import type { Device } from '../device/device.ts';
import type { Tabs } from '../device/tabs.ts';
import type { Clock } from '../gateway/clock.ts';
import type { Connect, Hints } from '../gateway/socket.ts';
import type { Keeper } from './keeper.ts';

/** What a workspace stands on: a browser's own in session.ts, played by tests. */
export interface WorkspaceDeps {
  readonly teamId: TeamId;
  /** Of the gateway, with `?workspace=T…`. */
  readonly url: string;
  readonly call: Call;
  readonly callAccount: Call;
  readonly connect: Connect;
  readonly hints: Hints;
  readonly clock: Clock;
  readonly tabs: Tabs;
  readonly openDevice: (teamId: TeamId, userId: UserId) => Promise<Device>;
  /** For what is seen without a connection: code that comes once it is needed. */
  readonly keeper: () => Promise<{ readonly Keeper: typeof Keeper }>;
  /** Runs before the next frame is drawn, at the latest soon: many changes at once are shown once. */
  readonly soon: (run: () => void) => void;
  readonly newId: () => string;
}
