/** Who becomes an account by proving an address alone: nobody; nobody, but by an invitation; some domains; everybody. */
export const signUpPolicies = ['closed', 'invite', 'domain', 'open'] as const;
