import { SignOutQuestion } from '../features/workspaces/sign-out-question.tsx';
import { ToastLayer } from '../ui/toast-layer.tsx';
import { TooltipLayer } from '../ui/tooltip-layer.tsx';

/** What lies over every page. */
export const Above = () => (
  <>
    <SignOutQuestion />
    <ToastLayer />
    <TooltipLayer />
  </>
);
