import { Tag, type Tone } from '../../ui/tag.tsx';

export const STAGES = [
  { value: 'lead', label: 'Lead' },
  { value: 'quoted', label: 'Quoted' },
  { value: 'scheduled', label: 'Scheduled' },
  { value: 'customer', label: 'Customer' },
  { value: 'lost', label: 'Lost' },
];

const TONES: Record<string, Tone> = {
  quoted: 'info',
  scheduled: 'warn',
  customer: 'accent',
};

export function stageLabel(stage: string): string {
  return STAGES.find((known) => known.value === stage)?.label ?? stage;
}

export function StageTag({ stage }: { stage: string }) {
  return <Tag tone={TONES[stage] ?? 'plain'}>{stageLabel(stage)}</Tag>;
}
