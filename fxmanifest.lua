fx_version 'cerulean'
games { 'gta5', 'rdr3' }
-- RedM does not start a resource without this sentence.
rdr3_warning 'I acknowledge that this is a prerelease build of RedM, and I am aware my resources *will* become incompatible once RedM ships.'

name 'sonorancad-remove911'
author 'sonorancad-remove911 contributors'
description 'Clears 911 calls from Sonoran CAD: /clear911 <callId>, a server event and an export.'
version '0.2.0'
license 'MIT'
repository 'https://github.com/OWNER/sonorancad-remove911'

server_only 'yes'
server_script 'dist/SonoranCad.Remove911.net.dll'
