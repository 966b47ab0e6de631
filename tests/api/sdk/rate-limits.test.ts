import { WebClientEvent } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHouse, type House } from '../../support/house.ts';
import { sdks } from '../../support/sdk.ts';
import { signUp, type TestWorkspace } from '../../support/workspace.ts';

let house: House;
let workspace: TestWorkspace;
const burst = 2;
beforeAll(async () => {
  const limits = { tier3: { perSecond: 1, burst }, tier4: { perSecond: 0.1, burst } };
  house = await startHouse({ vars: { RATE_LIMITS: JSON.stringify(limits) } });
});
afterAll(() => house.stop());

describe.each(sdks)('rate limits as $name meets them', ({ client }) => {
  // The bucket is the token's, so each SDK has its own.
  beforeAll(async () => {
    workspace = await signUp(house);
  });

  test('a call too many is answered with 429 and Retry-After, which the SDK reports', async () => {
    const eager = client(house.url, workspace.owner.token, { rejectRateLimitedCalls: true });
    const calls = Array.from({ length: burst + 2 }, () => eager.auth.test());
    const refused = (await Promise.allSettled(calls)).filter((call) => call.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 10 });
  });

  test('a patient client waits as long as it was told, and every call succeeds', async () => {
    const patient = client(house.url, workspace.owner.token, {
      retryConfig: { retries: 20, minTimeout: 10 },
    });
    const waits: number[] = [];
    patient.on(WebClientEvent.RATE_LIMITED, (seconds: number) => waits.push(seconds));
    const answers = await Promise.all(Array.from({ length: burst + 2 }, () => patient.team.info()));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(waits.length).toBeGreaterThan(0);
    for (const seconds of waits) expect(seconds).toBe(1);
  });

  test('another token of the same person has its own allowance', async () => {
    const other = client(house.url, workspace.owner.session, { rejectRateLimitedCalls: true });
    expect(await other.auth.test()).toMatchObject({ ok: true });
  });
});
