import { mayRunWorkspace } from '../../../../domain/permissions/permissions.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import { handler } from '../../handler.ts';

export const workspacesSignUpPolicy = handler<'workspaces.signUpPolicy'>(async ({ actor, config }) => {
  if (!mayRunWorkspace(actor)) return refuse('not_an_admin');
  const { signUpPolicy: policy } = config;
  return accept({ policy: policy.kind, domains: policy.kind === 'domain' ? [...policy.domains] : [] });
});
