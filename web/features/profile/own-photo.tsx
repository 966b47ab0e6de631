import { useWorkspace } from '../../app/workspace-context.ts';
import { toast } from '../../ui/toast.ts';
import { UserAvatar } from '../people/person-avatar.tsx';
import { useSelf } from '../people/use-people.ts';
import { PhotoField } from '../photo/photo-field.tsx';
import { photoProblem } from '../photo/texts.ts';
import { profileTexts } from './texts.ts';

/** One's own picture; all who look see the new one at once. */
export function OwnPhoto() {
  const { call } = useWorkspace();
  const self = useSelf();
  const hasPhoto = self.profile.avatar_hash !== '';
  return (
    <PhotoField
      label={profileTexts.photo}
      help={hasPhoto ? profileTexts.photoHelp : profileTexts.noPhoto}
      shown={<UserAvatar id={self.id} user={self} size={72} />}
      onSave={async (image) => {
        const answer = await call('users.setPhoto', { image });
        if (!answer.ok) return photoProblem(answer.error);
        toast(profileTexts.photoSaved);
        return undefined;
      }}
      onRemove={
        hasPhoto
          ? async () => {
              const answer = await call('users.deletePhoto', {});
              return answer.ok ? undefined : photoProblem(answer.error);
            }
          : undefined
      }
    />
  );
}
