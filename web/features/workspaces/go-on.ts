import { $account } from '../../store/account.ts';

/** Where somebody who has just signed in goes: back to where they came from, into the one workspace, or to choose. */
export function goOn(back: string | null): string {
  // A path of ours alone: an address elsewhere would send people away with our blessing.
  if (back !== null && /^\/w\/(?!.*\.\.)[\w./-]*$/.test(back)) return back;
  const account = $account.get();
  if (account.state !== 'signed_in') return '/sign-in';
  const [first, ...others] = account.workspaces;
  if (first === undefined) return '/new';
  return others.length === 0 ? `/w/${first.team.id}` : '/workspaces';
}
