import type { TeamId, UserId } from '../../protocol/ids.ts';
import { formatSessionCookie, parseSessionCookie, parseWorkspaceToken } from '../../protocol/tokens.ts';
import type { RequestFacts } from './request-facts.ts';

/** The server ends a session; the cookie need only live as long: browsers keep one for 400 days at most. */
const maxAgeSeconds = 400 * 86_400;

interface Person {
  readonly teamId: TeamId;
  readonly userId: UserId;
}

const accountCookie = 'edgewise-account';
const workspaceCookie = (teamId: TeamId): string => `edgewise-${teamId}`;

/**
 * Cookies that go out with an answer: to our own pages alone, so that no other site can sign a browser in as
 * somebody else. `__Host-` ties one to this origin and asks for Secure, which plain http on localhost does not have.
 */
export class CookieJar {
  readonly #request: Request;
  readonly #facts: RequestFacts;
  readonly #lines: string[] = [];

  constructor(request: Request, facts: RequestFacts) {
    this.#request = request;
    this.#facts = facts;
  }

  get lines(): readonly string[] {
    return this.#facts.isOwnPage ? this.#lines : [];
  }

  /**
   * With the places of the account. Whoever was here before is not any more: a session of theirs would show their
   * workspace to the one who signed in, and send in their name.
   */
  setAccount(token: string, places: readonly Person[]): void {
    this.#set(accountCookie, token, maxAgeSeconds);
    for (const other of sessionsOf(this.#request)) {
      const isOwn = places.some(({ teamId, userId }) => teamId === other.teamId && userId === other.userId);
      if (!isOwn) this.clearWorkspace(other.teamId);
    }
  }

  /** Of a session's token; another kind has no cookie. */
  setWorkspace(token: string): void {
    const parsed = parseWorkspaceToken(token);
    if (parsed?.kind !== 'session') return;
    this.#set(workspaceCookie(parsed.teamId), formatSessionCookie(parsed), maxAgeSeconds);
  }

  clearAccount(): void {
    this.#set(accountCookie, '', 0);
  }

  clearWorkspace(teamId: TeamId): void {
    this.#set(workspaceCookie(teamId), '', 0);
  }

  #set(name: string, value: string, maxAge: number): void {
    const secure = this.#facts.isSecure ? '; Secure' : '';
    this.#lines.push(
      `${prefixed(name, this.#facts)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`,
    );
  }
}

type Secure = Pick<RequestFacts, 'isSecure'>;
const prefixed = (name: string, { isSecure }: Secure): string => (isSecure ? `__Host-${name}` : name);

export const accountCookieOf = (request: Request, secure: Secure): string | undefined =>
  cookieOf(request, prefixed(accountCookie, secure));

export const workspaceCookieOf = (request: Request, secure: Secure, teamId: TeamId): string | undefined =>
  cookieOf(request, prefixed(workspaceCookie(teamId), secure));

const cookieOf = (request: Request, name: string): string | undefined =>
  cookiesOf(request).find(([key, value]) => key === name && value !== '')?.[1];

/** Whose sessions of workspaces this browser has. */
const sessionsOf = (request: Request): Person[] =>
  cookiesOf(request).flatMap(([key, value]) =>
    /^(?:__Host-)?edgewise-T/.test(key) ? (parseSessionCookie(value) ?? []) : [],
  );

const cookiesOf = (request: Request): (readonly [key: string, value: string])[] =>
  (request.headers.get('cookie') ?? '').split(';').map((pair) => {
    const [key = '', ...value] = pair.split('=');
    return [key.trim(), value.join('=').trim()];
  });
