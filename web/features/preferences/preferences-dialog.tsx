import { closeLayer } from '../../app/layers.ts';
import { pathOf } from '../../app/place.ts';
import { Link } from '../../app/router.tsx';
import { useWorkspace } from '../../app/workspace-context.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Dialog, dialogBody } from '../../ui/dialog.tsx';
import { PreferenceFields } from './preference-fields.tsx';
import css from './preferences-dialog.module.css';
import { preferencePageTexts } from './page-texts.ts';
import { preferenceTexts } from './texts.ts';

export function PreferencesDialog() {
  const { teamId } = useWorkspace();
  return (
    <Dialog title={preferenceTexts.title} onClose={closeLayer}>
      <div className={dialogBody()}>
        <PreferenceFields />
        <p className={css.note}>{preferenceTexts.device}</p>
        <Link
          className={buttonClass()}
          href={pathOf({ teamId, settings: 'preferences' })}
          onClick={closeLayer}
        >
          {preferencePageTexts.all}
        </Link>
      </div>
    </Dialog>
  );
}
