import type { signUpPolicies } from '../../protocol/sign-up-policies.ts';

type Kind = (typeof signUpPolicies)[number];

/** Who may become an account by proving an address; an invitation lets in under every policy but `closed`. */
export type SignUpPolicy =
  | { readonly kind: Exclude<Kind, 'domain'> }
  | { readonly kind: 'domain'; readonly domains: readonly string[] };

/** From SIGN_UP_POLICY and SIGN_UP_DOMAINS. What is unset or not known is `invite`: a typing error opens nothing. */
export function parseSignUpPolicy(kind: string | undefined, domains: string | undefined): SignUpPolicy {
  if (kind === 'closed' || kind === 'open') return { kind };
  if (kind !== 'domain') return { kind: 'invite' };
  const listed = (domains ?? '').split(',').map((domain) => domain.trim().toLowerCase().replace(/^@/, ''));
  return { kind, domains: listed.filter((domain) => domain !== '') };
}

/** Whether a stranger with this address is let in. */
export function isLetIn(policy: SignUpPolicy, email: string): boolean {
  if (policy.kind === 'domain') return policy.domains.includes(email.slice(email.lastIndexOf('@') + 1));
  return policy.kind === 'open';
}

/** Whether an account may make workspaces by the policy alone; the owner's link gives it by itself. */
export function isFreeToCreate(policy: SignUpPolicy, account: { email: string; isProved: boolean }): boolean {
  // Under `domain` the address is the reason, so it must be proved: an invitation takes any.
  return policy.kind === 'open' || (account.isProved && isLetIn(policy, account.email));
}
