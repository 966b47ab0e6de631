import { lazy, Suspense } from 'react';
import { isTeamId } from '../../protocol/ids.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NowherePage } from './nowhere-page.tsx';
import { usePath } from './router.tsx';

const LandingPage = lazy(async () => ({
  default: (await import('../features/landing/landing-page.tsx')).LandingPage,
}));
const SignInPage = lazy(async () => ({
  default: (await import('../features/sign-in/sign-in-page.tsx')).SignInPage,
}));
const NewWorkspacePage = lazy(async () => ({
  default: (await import('../features/sign-up/new-workspace-page.tsx')).NewWorkspacePage,
}));
const ChoosePage = lazy(async () => ({
  default: (await import('../features/workspaces/choose-page.tsx')).ChoosePage,
}));
const InvitationPage = lazy(async () => ({
  default: (await import('../features/invitation/invitation-page.tsx')).InvitationPage,
}));
const WorkspacePage = lazy(async () => ({ default: (await import('./workspace-page.tsx')).WorkspacePage }));

// Nothing of the first paint.
const ToastLayer = lazy(async () => ({ default: (await import('../ui/toast-layer.tsx')).ToastLayer }));
const TooltipLayer = lazy(async () => ({
  default: (await import('../ui/tooltip-layer.tsx')).TooltipLayer,
}));

export const App = () => (
  <ErrorBoundary>
    <Suspense fallback={null}>{pageAt(usePath())}</Suspense>
    <Suspense>
      <ToastLayer />
      <TooltipLayer />
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
