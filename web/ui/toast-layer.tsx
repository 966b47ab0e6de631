import { useStore } from '@nanostores/react';
import { Act } from './button.tsx';
import css from './toast.module.css';
import { $toast, dismissToast } from './toast.ts';

export function ToastLayer() {
  const shown = useStore($toast);
  return (
    <div className={css.layer} role="status" aria-live="polite">
      {shown === undefined ? null : (
        <p className={css.toast}>
          {shown.text}
          {shown.action === undefined ? null : (
            <Act
              autoFocus={shown.action.takesFocus}
              onClick={() => {
                dismissToast();
                shown.action?.onSelect();
              }}
            >
              {shown.action.label}
            </Act>
          )}
        </p>
      )}
    </div>
  );
}
