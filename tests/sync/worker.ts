import { DurableObject } from 'cloudflare:workers';

/** The objects of a workspace without the Worker before them: `npm run sync` starts these alone, in a few seconds. */
export { Channel } from '../../durable-objects/channel/channel.ts';
export { Directory } from '../../durable-objects/directory/directory.ts';
export { Gateway } from '../../durable-objects/gateway/gateway.ts';
export { Member } from '../../durable-objects/member/member.ts';

/** Of accounts nothing is played: the Directory has somebody to name, and tells them nothing. */
export class Store extends DurableObject {}

export default { fetch: (): Response => new Response(null, { status: 404 }) };
