# What a package holds, and the Debian package itself: cmake --build build --target package, or installer/pack, which also checks it.
include(GNUInstallDirs)
set(package_files ${PROJECT_SOURCE_DIR}/installer/package)
# Debian wants these compressed without a time in them.
function(tresen_compressed from to)
    execute_process(COMMAND gzip -9nc ${from} OUTPUT_FILE ${to} RESULT_VARIABLE failed)
    if(failed)
        message(WARNING "${from} could not be compressed")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${from})
endfunction()
tresen_compressed(${package_files}/tresen.1 ${CMAKE_BINARY_DIR}/tresen.1.gz)
tresen_compressed(${package_files}/changelog ${CMAKE_BINARY_DIR}/changelog.gz)

install(TARGETS tresen RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${package_files}/tresen.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${package_files}/app.tresen.desk.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/pictures/tresen.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${CMAKE_BINARY_DIR}/tresen.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${package_files}/copyright ${CMAKE_BINARY_DIR}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/tresen)

# Made by installer/manual; a package without it is whole, too.
install(DIRECTORY ${CMAKE_BINARY_DIR}/manual DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/tresen OPTIONAL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tresen)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Tresen <desk@tresen.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "front desk cashier of a car workshop")
set(CPACK_PACKAGE_DESCRIPTION "Takes invoices over from the workshop system, makes payment requests with pay
codes, shows on a live board what is paid before a key is handed over, records
counter payments beside online ones, and gives every settled invoice back.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded while the program runs, which no linker sees: the databases, Qt's own German, the pictures, the font of the window.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6sql6-psql, libqt6svg6, qt6-translations-l10n, fonts-inter, tzdata, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libsecret-1-0, qt6-wayland, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
