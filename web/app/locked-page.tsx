import { Link } from './router.tsx';
import type { Connection } from '../store/contract.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { lockedTexts } from './locked-texts.ts';
import { appTexts } from './texts.ts';

type Reason = Extract<Connection['state'], 'signed_out' | 'revoked' | 'user_changed' | 'outdated'>;
const words: Readonly<Record<Reason, { readonly title: string; readonly lede: string }>> = {
  signed_out: { title: lockedTexts.signedOutTitle, lede: lockedTexts.signedOutLede },
  revoked: { title: lockedTexts.revokedTitle, lede: lockedTexts.revokedLede },
  user_changed: { title: lockedTexts.changedTitle, lede: lockedTexts.changedLede },
  outdated: { title: lockedTexts.outdatedTitle, lede: lockedTexts.outdatedLede },
};

/** The workspace is locked in this tab: nothing of it is shown any more. */
export const LockedPage = ({ reason }: { reason: Reason }) => (
  <Notice {...words[reason]}>
    {reason === 'signed_out' || reason === 'revoked' ? (
      <Link
        href={`/sign-in?to=${encodeURIComponent(location.pathname)}`}
        className={buttonClass('main', true)}
      >
        {appTexts.signIn}
      </Link>
    ) : (
      <Button look="main" big onClick={() => location.reload()}>
        {appTexts.reload}
      </Button>
    )}
    <Link href="/" className={buttonClass('quiet', true)}>
      {appTexts.toStart}
    </Link>
  </Notice>
);
