#!/usr/bin/env bash
# session.sh PROGRAM SCRIPT: a screen, a window manager and a bus of their own, the sample workshop in a fresh profile, and SCRIPT to drive its desk as
# somebody does who sees it through a screen reader. Exit 77: what it needs is not installed. Everything it started ends with it.
set -euo pipefail
program=$(realpath "$1")
script=$(realpath "$2")
launcher=/usr/libexec/at-spi-bus-launcher
for tool in Xvfb openbox xdotool dbus-run-session; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
[[ -x $launcher ]] && /usr/bin/python3 -c 'import pyatspi' 2>/dev/null || { echo "at-spi2-core or python3-pyatspi is not installed"; exit 77; }

if [[ -z ${TRESEN_INNER_SESSION:-} ]]; then
    scratch=$(mktemp -d)
    chmod 700 "$scratch"
    started=()
    trap 'kill "${started[@]}" 2>/dev/null || true; wait "${started[@]}" 2>/dev/null || true; rm -rf "$scratch"' EXIT
    # The server chooses a free display itself and says which.
    Xvfb -displayfd 3 -screen 0 1366x860x24 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
    started+=($!)
    for _ in $(seq 100); do [[ -s $scratch/display ]] && break; sleep 0.1; done
    export DISPLAY=:$(<"$scratch/display") XDG_RUNTIME_DIR=$scratch HOME=$scratch TRESEN_INNER_SESSION=$scratch TRESEN_SCRATCH=$scratch
    export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LANG=C.UTF-8 TZ=Europe/Berlin
    openbox >/dev/null 2>&1 &
    started+=($!)
    dbus-run-session -- "$0" "$program" "$script"
    exit
fi
"$launcher" --launch-immediately >/dev/null 2>&1 &
bus=$!
trap 'kill $bus 2>/dev/null || true' EXIT
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$script" "$program"
