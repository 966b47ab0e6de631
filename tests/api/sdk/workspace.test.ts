import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readImage } from '../../../domain/images/read-image.ts';
import { ask } from '../../support/ask.ts';
import { startHouse, type House } from '../../support/house.ts';
import { png } from '../../support/pictures.ts';
import { refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import { join, signUp, unique, type TestWorkspace } from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse({
    vars: { SIGN_UP_POLICY: 'domain', SIGN_UP_DOMAINS: 'test.example, @two.example' },
  });
});
afterAll(() => house.stop());

describe.each(sdks)('the workspace itself by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let owner: WebClient;
  let member: WebClient;

  beforeAll(async () => {
    workspace = await signUp(house);
    owner = client(house.url, workspace.owner.token);
    member = client(house.url, (await join(workspace)).token);
  });

  test('a new name is everybody’s at once, and soon that of the account’s list', async () => {
    const name = unique('Harbour');
    expect(await owner.apiCall('workspaces.setName', { name: `  ${name} ` })).toMatchObject({
      team: { name },
    });
    const { team } = await member.team.info();
    expect(team).toMatchObject({ name, domain: workspace.domain });
    const listed = async () =>
      (await ask(house.url, 'account.get', workspace.accountToken, {})).workspaces.map(
        ({ team: one }) => one.name,
      );
    await expect.poll(listed, { timeout: 10_000 }).toEqual([name]);
    expect(await refusalOf(owner.apiCall('workspaces.setName', { name: '  ' }))).toBe('invalid_arguments');
  });

  test('a picture is there in each of Slack’s sizes, another has another address, and it can go', async () => {
    const before = (await member.team.info()).team?.icon;
    expect(before).toMatchObject({ image_default: true, image_34: '' });
    await owner.apiCall('workspaces.setIcon', { image: Buffer.from(png(300, 200)) });
    const { icon } = (await member.team.info()).team ?? {};
    expect(icon).toMatchObject({ image_default: false });
    for (const side of [34, 44, 68, 88, 102, 132, 230] as const) {
      const url = String((icon as Record<string, unknown> | undefined)?.[`image_${side}`]);
      const served = await fetch(url);
      expect(served.headers.get('content-security-policy')).toContain('sandbox');
      expect(readImage(new Uint8Array(await served.arrayBuffer()))).toMatchObject({
        width: side,
        height: side,
      });
    }
    await owner.apiCall('workspaces.setIcon', { image: Buffer.from(png(50)) });
    expect((await member.team.info()).team?.icon?.image_34).not.toBe(icon?.image_34);
    expect(await owner.apiCall('workspaces.deleteIcon', {})).toMatchObject({ team: { icon: before } });
    expect((await member.team.info()).team?.icon).toEqual(before);
  });

  test('the deployment’s policy of signing up is shown to those who run the workspace', async () => {
    expect(await owner.apiCall('workspaces.signUpPolicy', {})).toMatchObject({
      policy: 'domain',
      domains: ['test.example', 'two.example'],
    });
    expect(await refusalOf(member.apiCall('workspaces.signUpPolicy', {}))).toBe('not_an_admin');
  });

  test('when inviting is for admins alone, a member’s link is neither made nor lets anybody in', async () => {
    const { secret } = (await member.apiCall('invitations.create', {})) as unknown as { secret: string };
    const set = { invites_only_admins: true };
    expect(await owner.apiCall('workspaces.setRules', set)).toMatchObject(set);
    expect(await member.team.preferences.list({})).toMatchObject({ ...set, allow_message_deletion: true });
    expect(await refusalOf(member.apiCall('invitations.create', {}))).toBe('restricted_action');
    await expect(ask(house.url, 'invitations.get', undefined, { secret })).rejects.toThrow(
      'invitation_revoked',
    );
    await owner.apiCall('invitations.create', {});
    await owner.apiCall('workspaces.setRules', { invites_only_admins: false });
    await member.apiCall('invitations.create', {});
  });
});
