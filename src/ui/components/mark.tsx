const seats = [[20, 4], [33.9, 12], [33.9, 28], [20, 36], [6.1, 28], [6.1, 12]] as const;

/** The mark: a round table with its seats. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="10" fill="#0d5c55" stroke="#7fd1c3" stroke-width="1" />
      {seats.map(([cx, cy]) => (
        <circle cx={cx} cy={cy} r="3.2" fill="#f2b632" />
      ))}
    </svg>
  );
}
