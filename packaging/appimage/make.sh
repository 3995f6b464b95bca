#!/bin/sh
# Makes an AppImage of dist/central-asia-timeline (made by `python3 dev.py package`). Needs
# appimagetool, which is not packed by Debian. Untried: it could not be had where this was written.
# Build the folder on the oldest system that should run it; the distribution's libraries that the
# .deb declares are expected there.
set -eu
cd "$(dirname "$0")/../.."
name=central-asia-timeline
root=build/AppDir
rm -rf "$root"
mkdir -p "$root/usr/lib" "$root/usr/share"
cp -a "dist/$name" "$root/usr/lib/$name"
cp "packaging/linux/$name.desktop" "$root/$name.desktop"
cp resources/icons/app/icon-256.png "$root/$name.png"
mkdir -p "$root/usr/share/metainfo"
cp "packaging/linux/$name.metainfo.xml" "$root/usr/share/metainfo/"
cat >"$root/AppRun" <<'RUN'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/central-asia-timeline/timeline-app" "$@"
RUN
chmod 755 "$root/AppRun"
ARCH=x86_64 appimagetool --no-appstream "$root" "dist/$name-x86_64.AppImage"
