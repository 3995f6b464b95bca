#!/bin/sh
# Installs Central Asia Timeline for the user who runs this, without root:
#   ./install.sh              into ~/.local
#   ./install.sh --uninstall  takes it away again; notebooks and settings stay
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
name=central-asia-timeline
data=${XDG_DATA_HOME:-$HOME/.local/share}
opt=$HOME/.local/opt/$name
bin=$HOME/.local/bin

refresh() {
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$data/applications" || :
    fi
    if command -v update-mime-database >/dev/null 2>&1; then
        update-mime-database "$data/mime" >/dev/null 2>&1 || :
    fi
}

take_away() {
    rm -rf -- "$opt"
    rm -f -- "$bin/timeline-app" "$data/applications/$name.desktop" \
        "$data/mime/packages/$name.xml" "$data/man/man1/timeline-app.1.gz" \
        "$data/bash-completion/completions/timeline-app"
    for icon in "$data"/icons/hicolor/*/apps/"$name".png \
        "$data"/icons/hicolor/scalable/apps/"$name".svg; do
        rm -f -- "$icon"
    done
}

if [ "${1:-}" = --uninstall ]; then
    take_away
    refresh
    echo "Central Asia Timeline is taken away. Your notebooks and their backups stay in"
    echo "$data/$name, your settings in ${XDG_CONFIG_HOME:-$HOME/.config}/$name."
    exit 0
fi
if [ $# -gt 0 ]; then
    echo "usage: ./install.sh [--uninstall]" >&2
    exit 2
fi

take_away
mkdir -p "$(dirname "$opt")" "$bin" "$data/applications" "$data/mime/packages" \
    "$data/man/man1" "$data/bash-completion/completions"
cp -a "$here/lib/$name" "$opt"
cp "$here/install.sh" "$opt/install.sh"
# No link: what it starts would have to ask where that leads, and ask another program.
quoted=$(printf '%s' "$opt" | sed "s/'/'\\\\''/g")
printf "#!/bin/sh\\nexec '%s/timeline-app' \"\$@\"\\n" "$quoted" >"$bin/timeline-app"
chmod 755 "$bin/timeline-app"
# A menu has no ~/.local/bin on its way: the entry names the program by its place, within quotes,
# since a home may have spaces in its name.
sed "s|^Exec=timeline-app|Exec=\"$opt/timeline-app\"|" \
    "$here/share/applications/$name.desktop" >"$data/applications/$name.desktop"
cp "$here/share/mime/packages/$name.xml" "$data/mime/packages/"
cp "$here/share/man/man1/timeline-app.1.gz" "$data/man/man1/"
cp "$here/share/bash-completion/completions/timeline-app" "$data/bash-completion/completions/"
(cd "$here/share/icons" && find . -type f) | while IFS= read -r icon; do
    mkdir -p "$data/icons/$(dirname "$icon")"
    cp "$here/share/icons/$icon" "$data/icons/$icon"
done
refresh
echo "Central Asia Timeline is installed: timeline-app, or its entry in the menu."
case :$PATH: in
*:"$bin":*) ;;
*) echo "Your shell does not look into $bin yet; add it to PATH to use timeline-app there." ;;
esac
echo "To take it away again: $opt/install.sh --uninstall"
