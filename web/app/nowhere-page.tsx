import { Link } from './router.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { appTexts } from './texts.ts';

export const NowherePage = () => (
  <Notice title={appTexts.nowhereTitle} lede={appTexts.nowhereLede}>
    <Link href="/" className={buttonClass('main', true)}>
      {appTexts.toStart}
    </Link>
  </Notice>
);
