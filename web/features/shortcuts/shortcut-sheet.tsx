import { closeLayer } from '../../app/layers.ts';
import { isApple } from '../../app/keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import css from './shortcut-sheet.module.css';
import { shortcutTexts } from './texts.ts';

export const ShortcutSheet = () => (
  <Dialog title={shortcutTexts.title} onClose={closeLayer} width="wide">
    <div className={css.sheet} tabIndex={0} role="region" aria-label={shortcutTexts.title}>
      {shortcutTexts.groups.map(({ title, keys }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([what, how]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  <kbd>{how.replaceAll('Mod', isApple ? '⌘' : 'Ctrl')}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
);
