import { toast } from '../../ui/toast.ts';

/** Why something about a channel did not work. The words are no part of the first load: they come when they are needed. */
export async function sayChannelProblem(error: string): Promise<void> {
  try {
    const { channelProblem } = await import('./texts.ts');
    toast(channelProblem(error));
  } catch {
    toast('That did not work. Try again.');
  }
}
