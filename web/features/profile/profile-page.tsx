import { PageFrame, Part } from '../settings/page-frame.tsx';
import { settingsTexts } from '../settings/texts.ts';
import { OwnPhoto } from './own-photo.tsx';
import { ProfileForm } from './profile-form.tsx';
import { StatusForm } from './status-form.tsx';
import { profileTexts } from './texts.ts';

/** Oneself, as the others see one. */
export const ProfilePage = () => (
  <PageFrame title={settingsTexts.pages.profile} lede={profileTexts.pageLede}>
    <Part title={profileTexts.photo}>
      <OwnPhoto />
    </Part>
    <Part title={profileTexts.status}>
      <StatusForm />
    </Part>
    <Part title={profileTexts.about}>
      <ProfileForm />
    </Part>
  </PageFrame>
);
