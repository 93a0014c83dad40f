export const STAGES = [
  { value: 'lead', label: 'Lead' },
  { value: 'quoted', label: 'Quoted' },
  { value: 'scheduled', label: 'Scheduled' },
  { value: 'customer', label: 'Customer' },
  { value: 'lost', label: 'Lost' },
];

export function stageLabel(stage: string): string {
  return STAGES.find((known) => known.value === stage)?.label ?? stage;
}
