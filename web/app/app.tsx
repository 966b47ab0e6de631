import { Suspense } from 'react';
import { later } from './later.ts';
import { isTeamId } from '../../protocol/ids.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NowherePage } from './nowhere-page.tsx';
import { usePath } from './router.tsx';

const LandingPage = later(() => import('../features/landing/landing-page.tsx'), 'LandingPage');
const SignInPage = later(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage');
const NewWorkspacePage = later(
  () => import('../features/sign-up/new-workspace-page.tsx'),
  'NewWorkspacePage',
);
const ChoosePage = later(() => import('../features/workspaces/choose-page.tsx'), 'ChoosePage');
const InvitationPage = later(() => import('../features/invitation/invitation-page.tsx'), 'InvitationPage');
const WorkspacePage = later(() => import('./workspace-page.tsx'), 'WorkspacePage');

// Nothing of the first paint.
const Above = later(() => import('./above.tsx'), 'Above');

export const App = () => (
  <ErrorBoundary>
    <Suspense fallback={null}>{pageAt(usePath())}</Suspense>
    <Suspense>
      <Above />
    </Suspense>
  </ErrorBoundary>
);

/** The table of pages. */
function pageAt(path: string) {
  const [first = '', second = ''] = path.split('/').filter(Boolean).map(decode);
  switch (first) {
    case '':
      return <LandingPage />;
    case 'sign-in':
      return <SignInPage />;
    case 'new':
      return <NewWorkspacePage />;
    case 'workspaces':
      return <ChoosePage />;
    case 'invite':
      return <InvitationPage secret={second} />;
    case 'w':
      return isTeamId(second) ? <WorkspacePage key={second} teamId={second} /> : <NowherePage />;
    default:
      return <NowherePage />;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Half of an escape: it is no address of ours.
    return part;
  }
}
