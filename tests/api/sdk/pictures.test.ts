import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readImage } from '../../../domain/images/read-image.ts';
import { startHouse, type House } from '../../support/house.ts';
import { dataUrl, gif, png } from '../../support/pictures.ts';
import { refusalOf, sdks, type WebClient } from '../../support/sdk.ts';
import {
  join,
  makeToken,
  signUp,
  unique,
  type TestPerson,
  type TestWorkspace,
} from '../../support/workspace.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const load = (url = '', headers: Record<string, string> = {}): Promise<Response> => fetch(url, { headers });
const sizeOf = async (url: string | undefined) =>
  readImage(new Uint8Array(await (await load(url)).arrayBuffer()));

describe.each(sdks)('photos and emoji by $name', ({ client }) => {
  let workspace: TestWorkspace;
  let ines: TestPerson;
  let member: WebClient;
  let owner: WebClient;

  beforeAll(async () => {
    workspace = await signUp(house);
    ines = await join(workspace);
    member = client(house.url, ines.token);
    owner = client(house.url, workspace.owner.token);
  });

  test('users.setPhoto takes bytes, makes each of Slack’s sizes, and everybody sees it', async () => {
    const { profile } = await member.users.setPhoto({ image: Buffer.from(png(300, 200)) });
    expect(profile?.avatar_hash).toMatch(/^[a-z0-9]{24}$/);
    for (const side of [24, 32, 48, 72, 192, 512, 1024] as const) {
      const found = await sizeOf(profile?.[`image_${side}`]);
      expect(found).toMatchObject({ type: 'image/png', width: side, height: side });
    }
    const { user } = await owner.users.info({ user: ines.userId });
    expect(user?.profile).toMatchObject({ ...profile, is_custom_image: true });
    const { profile: own } = await member.users.profile.get({});
    expect(own).toMatchObject({ image_72: profile?.image_72 });
  });

  test('it is served as a picture alone: typed, unsniffed, sandboxed, for ever', async () => {
    const { profile } = await member.users.setPhoto({ image: Buffer.from(png(64)) });
    const response = await load(profile?.image_48);
    const { headers } = response;
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const known = await load(profile?.image_48, { 'if-none-match': headers.get('etag') ?? '' });
    expect(known.status).toBe(304);
    for (const dest of ['script', 'style', 'iframe', 'worker', 'object'])
      expect((await load(profile?.image_48, { 'sec-fetch-dest': dest })).status).toBe(403);
    const url = profile?.image_48 ?? '';
    const wrong = ['/47', '/48/..', '/original2', '/', ''].map((end) => url.replace('/48', end));
    wrong.push(url.replace(workspace.teamId, 'T0NEVERMINTE'), url.replace(/[a-z0-9]{24}/, 'a'.repeat(24)));
    for (const one of wrong) expect((await load(one)).status).toBe(404);
  });

  test('another photo has another address, and without one there are initials again', async () => {
    const first = (await member.users.setPhoto({ image: Buffer.from(png(30)) })).profile;
    const second = (await member.users.setPhoto({ image: Buffer.from(png(30)) })).profile;
    expect(second?.image_24).not.toBe(first?.image_24);
    await member.users.deletePhoto({});
    const { profile } = await member.users.profile.get({});
    expect(profile).toMatchObject({ avatar_hash: '', image_72: '' });
    expect(profile).not.toHaveProperty('image_original');
  });

  test('what is no picture, or half of one, is refused', async () => {
    for (const image of [Buffer.from('<svg/>'), Buffer.from(png(20)).subarray(0, 40), Buffer.alloc(0)])
      expect(await refusalOf(member.users.setPhoto({ image }))).toBe('bad_image');
    expect(await refusalOf(member.users.setPhoto({ image: Buffer.from(gif(51)) }))).toBe('too_many_frames');
    const crop = { crop_x: 10, crop_y: 10, crop_w: 20 };
    const image = Buffer.from(png(25));
    expect(await refusalOf(member.apiCall('users.setPhoto', { image, ...crop }))).toBe('invalid_arguments');
    expect(await member.apiCall('users.setPhoto', { image, ...crop, crop_w: 15 })).toMatchObject({
      ok: true,
    });
  });

  test('admin.emoji.add takes bytes or a data: address, and emoji.list has it', async () => {
    const [first, second, alias] = [unique('emoji'), unique('emoji'), unique('alias')];
    // Not of the SDK's types: Slack itself takes an address alone.
    await member.apiCall('admin.emoji.add', { name: `:${first}:`, image: Buffer.from(gif(3)) });
    await member.admin.emoji.add({ name: second, url: dataUrl(png(16)) });
    await member.admin.emoji.addAlias({ name: alias, alias_for: `:${second}:` });
    const { emoji = {} } = await owner.emoji.list({});
    expect(emoji[alias]).toBe(`alias:${second}`);
    expect(await sizeOf(emoji[first])).toMatchObject({ type: 'image/gif', frames: 3 });
    expect((await load(emoji[second])).headers.get('content-security-policy')).toContain('sandbox');
    const elsewhere = member.admin.emoji.add({ name: unique('emoji'), url: `${house.url}/health` });
    expect(await refusalOf(elsewhere)).toBe('error_bad_upload');
  });

  test('admin.emoji.list says who added it, each once by pages', async () => {
    const name = unique('emoji');
    await member.admin.emoji.add({ name, url: dataUrl(png(16)) });
    const found: string[] = [];
    let cursor = '';
    do {
      const page = await owner.admin.emoji.list({ limit: 1, cursor });
      for (const [one, about] of Object.entries(page.emoji ?? {})) {
        found.push(one);
        if (one === name) expect(about).toMatchObject({ uploaded_by: ines.userId });
      }
      cursor = page.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    expect(found).toContain(name);
    expect(new Set(found).size).toBe(found.length);
  });

  test('somebody reacts with custom ones and their aliases, and takes that back when they are gone', async () => {
    const [name, renamed, alias] = [unique('emoji'), unique('emoji'), unique('alias')];
    const { ts: timestamp = '' } = await member.chat.postMessage({
      channel: workspace.generalId,
      text: 'look',
    });
    const on = { channel: workspace.generalId, timestamp };
    expect(await refusalOf(member.reactions.add({ ...on, name }))).toBe('invalid_name');
    await member.admin.emoji.add({ name, url: dataUrl(png(16)) });
    await member.admin.emoji.addAlias({ name: alias, alias_for: name });
    await member.reactions.add({ ...on, name });
    await member.reactions.add({ ...on, name: `:${alias}:` });
    expect(await refusalOf(member.reactions.add({ ...on, name: `${name}::skin-tone-2` }))).toBe(
      'invalid_name',
    );
    await member.admin.emoji.rename({ name, new_name: renamed });
    const { emoji = {} } = await member.emoji.list({});
    expect(emoji).not.toHaveProperty([name]);
    expect(emoji[alias]).toBe(`alias:${renamed}`);
    await member.admin.emoji.remove({ name: renamed });
    expect((await member.emoji.list({})).emoji).not.toHaveProperty([alias]);
    expect(await refusalOf(owner.reactions.add({ ...on, name: alias }))).toBe('invalid_name');
    await member.reactions.remove({ ...on, name });
    await member.reactions.remove({ ...on, name: alias });
  });

  test('a token without the scope neither lists nor adds', async () => {
    const poor = client(house.url, await makeToken(house.url, ines.session, ['users:read']));
    expect(await refusalOf(poor.emoji.list({}))).toBe('missing_scope');
    expect(await refusalOf(poor.users.setPhoto({ image: Buffer.from(png(8)) }))).toBe('missing_scope');
  });
});

test('without the binding that makes pictures smaller, each size is what was uploaded', async () => {
  const plain = await startHouse({ without: ['IMAGES'] });
  try {
    const { owner } = await signUp(plain);
    const slack = sdks[0]?.client(plain.url, owner.token);
    const profile = (await slack?.users.setPhoto({ image: Buffer.from(png(60, 40)) }))?.profile;
    for (const url of [profile?.image_24, profile?.image_512, profile?.image_original])
      expect(await sizeOf(url)).toMatchObject({ width: 60, height: 40 });
  } finally {
    await plain.stop();
  }
});
