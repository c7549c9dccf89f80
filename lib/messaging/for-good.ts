/** Requests that change something for good: each press is heard once. */
export function needsConfirmation(request: string): boolean {
  return /^(?:handoff|transition)\.|^transfer\.(?!look|outcome)|^install\.(?:begin|assign)$|^privacy\.forget$/.test(
    request,
  )
}
