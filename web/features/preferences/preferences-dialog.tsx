import { closeLayer } from '../../app/layers.ts';
import { Dialog, dialogBody } from '../../ui/dialog.tsx';
import { PreferenceFields } from './preference-fields.tsx';
import css from './preferences-dialog.module.css';
import { preferenceTexts } from './texts.ts';

export const PreferencesDialog = () => (
  <Dialog title={preferenceTexts.title} onClose={closeLayer}>
    <div className={dialogBody()}>
      <PreferenceFields />
      <p className={css.note}>{preferenceTexts.device}</p>
    </div>
  </Dialog>
);
