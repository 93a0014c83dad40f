/** TradeSphere's sign. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" class="mark-ground" />
      <path d="M9 10h14v3.2h-5.2V23h-3.6v-9.8H9z" class="mark-letter" />
    </svg>
  );
}
