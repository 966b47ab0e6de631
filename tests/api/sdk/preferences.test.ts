import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../support/gateway-client.ts';
import { startHouse, type House } from '../../support/house.ts';
import { refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import { makeToken, signUp, type TestWorkspace } from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const isHello = ({ type }: { readonly type: string }): boolean => type === 'hello';

describe.each(sdks)('preferences by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let owner: WebClient;

  beforeAll(async () => {
    workspace = await signUp(house);
    owner = client(house.url, workspace.owner.token);
  });

  test('are set one by one, kept, and told to the other sockets of that person', async () => {
    expect(await owner.apiCall('client.prefs.get', {})).toMatchObject({ prefs: {} });
    const sections = [{ id: 'a', name: 'Projects', channels: [workspace.generalId] }];
    const socket = await connect(house.url, workspace.owner.token);
    await socket.next(isHello);
    // As a form has it: JSON in a text.
    await owner.apiCall('client.prefs.set', { prefs: JSON.stringify({ sections }) });
    expect(await socket.next((frame) => frame.type === 'preferences_changed')).toMatchObject({
      preferences: { sections },
    });
    await socket.close();
    const set = await owner.apiCall('client.prefs.set', { prefs: { send_by: 'ctrl_enter' } });
    expect(set).toMatchObject({ prefs: { sections, send_by: 'ctrl_enter' } });
    const later = await connect(house.url, workspace.owner.token);
    expect(await later.next(isHello)).toMatchObject({ preferences: { sections, send_by: 'ctrl_enter' } });
    await later.close();
  });

  test('take what they know alone, within bounds', async () => {
    const section = { id: 'a', name: 'x', channels: [] };
    const wrong = [
      { colour: 'teal' },
      { send_by: 'smoke' },
      { sections: [section, section] },
      { sections: [{ ...section, name: ' ' }] },
      { sections: [{ ...section, channels: ['general'] }] },
      { sections: [{ ...section, extra: 1 }] },
      { sections: Array.from({ length: 51 }, (_, index) => ({ ...section, id: `s${index}` })) },
      { sections: [{ ...section, channels: Array.from({ length: 3_000 }, () => workspace.generalId) }] },
    ];
    for (const prefs of wrong)
      expect(await refusalOf(owner.apiCall('client.prefs.set', { prefs }))).toBe('invalid_arguments');
  });

  test('a token without the scope neither reads nor writes them, and its socket does not hear of them', async () => {
    const token = await makeToken(house.url, workspace.owner.session, ['channels:read']);
    const poor = client(house.url, token);
    expect(await refusalOf(poor.apiCall('client.prefs.get', {}))).toBe('missing_scope');
    expect(await refusalOf(poor.apiCall('client.prefs.set', { prefs: {} }))).toBe('missing_scope');
    const socket = await connect(house.url, token);
    expect(await socket.next(isHello)).not.toHaveProperty('preferences');
    await socket.close();
  });
});
