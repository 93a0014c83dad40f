import { Tag, type Tone } from '../../ui/tag.tsx';
import { stageLabel } from './stage-names.ts';

const TONES: Record<string, Tone> = {
  quoted: 'info',
  scheduled: 'warn',
  customer: 'accent',
};

export function StageTag({ stage }: { stage: string }) {
  return <Tag tone={TONES[stage] ?? 'plain'}>{stageLabel(stage)}</Tag>;
}
