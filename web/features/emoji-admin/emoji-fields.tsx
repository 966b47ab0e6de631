import { Button } from '../../ui/button.tsx';
import { DialogButtons } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { emojiAdminTexts as texts } from './texts.ts';

export const NameField = ({ value, onChange, error, isFirst = false }: NameFieldProps) => (
  <Field
    label={texts.name}
    help={texts.nameHelp}
    value={value}
    maxLength={100}
    autoComplete="off"
    autoCapitalize="off"
    spellCheck={false}
    data-autofocus={isFirst || undefined}
    error={error}
    onChange={(event) => onChange(event.target.value)}
  />
);
interface NameFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly isFirst?: boolean;
}

export const Buttons = ({ isBusy, onClose }: { isBusy: boolean; onClose: () => void }) => (
  <DialogButtons>
    <Button onClick={onClose}>{texts.cancel}</Button>
    <Button type="submit" look="main" busy={isBusy}>
      {texts.save}
    </Button>
  </DialogButtons>
);

/** As the server takes it: with or without colons. */
export const bare = (name: string): string => name.trim().replace(/^:|:$/g, '');
